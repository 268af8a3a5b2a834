"""Just enough of Keystone's API to fill it and to log in."""

import json
import urllib.request

from config import PASSWORD


class Keystone:
    def __init__(self, url):
        self.url = url
        self.token = None

    def call(self, method, path, body=None):
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["X-Auth-Token"] = self.token
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, method=method, headers=headers, data=data)
        with urllib.request.urlopen(request, timeout=30) as answer:
            text = answer.read()
            return answer.headers, json.loads(text) if text else None

    def login(self, user, project):
        """Returns what Keystone says of the token."""
        domain = {"name": "Default"}
        who = {"name": user, "domain": domain, "password": PASSWORD}
        identity = {"methods": ["password"], "password": {"user": who}}
        scope = {"project": {"name": project, "domain": domain}}
        headers, body = self.call("POST", "/auth/tokens", {"auth": {"identity": identity, "scope": scope}})
        self.token = headers["X-Subject-Token"]
        return body["token"]

    def create(self, path, key, **fields):
        return self.call("POST", path, {key: fields})[1][key]
