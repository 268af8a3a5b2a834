"""What the checks of both vendor SDKs share."""

from checks import (
    ACCESS_KEY,
    PROJECT_ID,
    SECRET_KEY,
    SECURITY_TOKEN,
    TEMPORARY_ACCESS_KEY,
    TEMPORARY_SECRET_KEY,
    expect,
    urls,
)
from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.exceptions.exceptions import ServiceResponseException
from huaweicloudsdkcore.region.region import Region


def credentials(secret=SECRET_KEY, project_id=PROJECT_ID):
    return BasicCredentials(ACCESS_KEY, secret, project_id)


def temporary(security_token=SECURITY_TOKEN):
    keys = BasicCredentials(TEMPORARY_ACCESS_KEY, TEMPORARY_SECRET_KEY, PROJECT_ID)
    return keys.with_security_token(security_token) if security_token else keys


def connect(client, service, keys=None):
    return client.new_builder().with_credentials(keys or credentials()).with_endpoint(urls[service]).build()


def connect_by_region(client, service):
    """Without a project id: the SDK asks IAM for the project named like the region."""
    keys = BasicCredentials(ACCESS_KEY, SECRET_KEY).with_iam_endpoint(urls["identity"])
    return client.new_builder().with_credentials(keys).with_region(Region("eu-de", urls[service])).build()


def expect_refusal(action, status, code):
    try:
        action()
    except ServiceResponseException as error:
        expect((error.status_code, error.error_code), (status, code))
    else:
        raise AssertionError(f"accepted, not {status} {code}")
