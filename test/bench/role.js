// Which of a run's processes this one is: the provider's, in either form, or the program's.
exports.role = /dynamic-provider|plugin.main/.test(process.argv[1] ?? "") ? "provider" : "program";
