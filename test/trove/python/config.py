"""The configuration files of Keystone and Trove."""

PASSWORD = "not-a-real-password"

KEYSTONE = """[DEFAULT]
log_file = {state}/keystone-manage.log
public_endpoint = http://127.0.0.1:{keystonePort}/
[database]
connection = sqlite:///{state}/keystone.sqlite
[token]
provider = fernet
expiration = {tokenSeconds}
allow_expired_window = 0
[fernet_tokens]
key_repository = {state}/fernet
[fernet_receipts]
key_repository = {state}/fernet
[credential]
key_repository = {state}/credential
[cache]
enabled = false
[identity]
password_hash_rounds = 4
"""

# Keystone's application reads sys.argv itself, so gunicorn gets no arguments but this file.
GUNICORN = """bind = "127.0.0.1:{keystonePort}"
workers = 1
threads = 4
loglevel = "warning"
wsgi_app = "keystone.wsgi.api:application"
"""

TROVE = """[DEFAULT]
use_stderr = True
transport_url = fake://
state_path = {state}
trove_api_workers = 1
swift_url = http://127.0.0.1:1/v1/AUTH_
remote_nova_client = stubs.nova_client
remote_neutron_client = stubs.neutron_client
remote_swift_client = stubs.swift_client
remote_guest_client = stubs.guest_client
agent_heartbeat_expiry = 1000000000
max_backups_per_tenant = {maxBackups}
http_get_rate = {ratePerMinute}
http_post_rate = {ratePerMinute}
http_delete_rate = {ratePerMinute}
http_put_rate = {ratePerMinute}
[database]
connection = sqlite:///{state}/trove.sqlite
[keystone_authtoken]
www_authenticate_uri = http://127.0.0.1:{keystonePort}/v3
auth_url = http://127.0.0.1:{keystonePort}/v3
auth_type = password
username = trove
password = {password}
project_name = service
user_domain_name = Default
project_domain_name = Default
service_token_roles_required = false
token_cache_time = 5
"""


def write(state, settings):
    values = settings | {"state": state, "password": PASSWORD}
    for name, text in (("keystone.conf", KEYSTONE), ("gunicorn.conf.py", GUNICORN), ("trove.conf", TROVE)):
        (state / name).write_text(text.format(**values))
