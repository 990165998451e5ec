"""A real server with a coalition of one agency, and a member who writes through its API."""

import http.client
import json
import re
import signal
import subprocess
import urllib.parse

from blows import environment, limited_to
from programs import ENLACE, run

PASSWORD = "una frase bastante larga"
ENCOUNTER = {
    "place": "Ciudad Hidalgo",
    "direction": "northbound",
    "discovery": "ownWork",
    "travel": "raft",
    "ageBand": "from18to29",
    "sex": "female",
    "incidents": ["robbery"],
    "account": "Cruzó en balsa por la mañana. " * 20,
}


class Server:
    """A server that is running, and what it answered."""

    def __init__(self, folder, under=(), limit=None):
        self.process = subprocess.Popen(
            [*under, str(ENLACE), "serve", "--data", str(folder), "--port", "0"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment(),
            preexec_fn=limited_to(limit) if limit else None,
        )
        said = ""
        for line in self.process.stdout:
            said += line
            if found := re.search(r"http://([\d.]+):(\d+)", line):
                self.host, self.port = found[1], int(found[2])
                break
        else:
            raise RuntimeError(f"the server did not start: {said}")
        # Its output is not read any more; nobody may wait for it.
        self.token = ""

    def ask(self, method, path, body=None, language="es", headers=None):
        """The status, the headers and the text of an answer; `None` when there was none."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=60)
        sent = {"Accept-Language": language, "Authorization": f"Bearer {self.token}"}
        data = None
        if body is not None:
            data, sent["Content-Type"] = json.dumps(body), "application/json"
        try:
            connection.request(method, path, data, {**sent, **(headers or {})})
            answer = connection.getresponse()
            heads = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, heads, answer.read().decode()
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()

    def sign_in(self, name):
        status, _, text = self.ask(
            "POST", "/api/sign-in", {"signIn": name, "password": PASSWORD}
        )
        assert status == 200, text
        self.token = json.loads(text)["token"]

    def register(self):
        """The id of a new encounter once the server says that it is kept, or the answer."""
        answer = self.ask("POST", "/api/encounters", ENCOUNTER)
        if answer and answer[0] < 300:
            return json.loads(answer[2])["id"]
        return answer

    def kill(self):
        self.stop(signal.SIGKILL)

    def stop(self, how=signal.SIGINT):
        self.process.send_signal(how)
        self.process.stdout.close()
        return self.process.wait(60)


def found(folder):
    """Founds a coalition with an officer in it."""
    founded = run(
        ENLACE,
        "init",
        *["--data", folder, "--agency", "Casa del Puente", "--kind", "shelter"],
        *["--name", "Ana Ruiz", "--sign-in", "ana"],
        input=PASSWORD + "\n",
    )
    assert founded.returncode == 0, founded.stderr
    server = Server(folder)
    server.sign_in("ana")
    officer = {"name": "Olga Paz", "signIn": "olga", "password": PASSWORD, "roles": ["officer"]}
    enrolled = server.ask("POST", "/api/members", officer)
    assert enrolled[0] == 200, enrolled
    assert server.stop() == 0


def verify(folder):
    """What `enlace verify` finds in a data folder."""
    verified = run(ENLACE, "verify", "--data", folder, "--json", env=environment())
    return verified.returncode, json.loads(verified.stdout)


class Browser:
    """A browser without script: a cookie, and the token that forms carry."""

    def __init__(self, server):
        self._server = server
        self._cookie = self._token = ""

    def get(self, path, language="es"):
        return self._ask("GET", path, None, language)

    def post(self, path, fields, language="es"):
        body = urllib.parse.urlencode({**fields, "form-token": self._token}, doseq=True)
        return self._ask("POST", path, body, language)

    def sign_in(self, name):
        _, headers, _ = self.post("/sign-in", {"signIn": name, "password": PASSWORD})
        self._cookie = headers["set-cookie"].partition(";")[0]
        _, _, page = self.get("/account")
        self._token = re.search(r'name="form-token"[^>]*value="([^"]+)"', page)[1]

    def _ask(self, method, path, body, language):
        server = self._server
        connection = http.client.HTTPConnection(server.host, server.port, timeout=60)
        headers = {"Accept-Language": language, "Cookie": self._cookie}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        heads = {name.lower(): value for name, value in answer.getheaders()}
        return answer.status, heads, answer.read().decode()
