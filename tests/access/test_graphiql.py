"""GraphiQL where keys are configured: what is written into its headers goes with queries and subscriptions."""

import json
from pathlib import Path
from urllib.parse import quote

from tests.access.keys import KEYS, READER, bearing
from tests.commands import environment, served
from tests.graphql.browser import browser
from tests.programs import program
from tests.services import Service

HEADERS = json.dumps(bearing(READER))


def test_a_key_in_the_headers_of_the_page_goes_with_a_subscription(shared_database_url: str, tmp_path: Path) -> None:
    env = environment(shared_database_url, ONRECORD_API_KEYS=json.dumps(KEYS))
    with served(env) as address, browser(program("chromium", "chromium"), tmp_path) as page:
        service = Service(address, env)
        page.open(f"{service.graphql}?query={quote('subscription Follow { articleStored { node { externalId } } }')}")
        page.wait_for("document.querySelector('.graphiql-query-editor')?.innerText.includes('articleStored')")
        shown = "document.querySelector('.result-window').innerText"
        page.click("button[data-name=headers]")
        editors = "document.querySelectorAll('.graphiql-editor-tool .CodeMirror')"
        page.wait_for(f"{editors}.length == 2")
        page.evaluate(f"{editors}[1].CodeMirror.setValue({json.dumps(HEADERS)})")
        page.click(".graphiql-execute-button")
        service.store_until(lambda: "browser-" in page.evaluate(shown), "browser")
