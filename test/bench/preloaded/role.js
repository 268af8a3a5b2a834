// Which of a run's processes this one is: the provider's, in either form, or the program's.
exports.role = /dynamic-provider|pulumi-resource-backup-plans/.test(process.argv[1] ?? "") ? "provider" : "program";
