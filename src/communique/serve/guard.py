"""Who may ask, and what a browser may do with the answer: host names, the token, and headers on everything that leaves."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Sequence
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "communique"
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_HEADERS = {
    # Nothing inline, nothing from elsewhere: text of a report that slipped through as HTML could still do nothing.
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-cache",
}


class Guard:
    """Around an app: refuses foreign host names and, with a token, everybody who does not have it."""

    def __init__(self, app: ASGIApp, *, hosts: Sequence[str] = LOOPBACK, token: str | None = None) -> None:
        self._app, self._hosts, self._token = app, frozenset(hosts), token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = self._refused(scope)
        await (answer or self._app)(scope, receive, _with_headers(send))

    def _refused(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        # A page elsewhere may point a name of its own at this machine; a browser then says that name.
        if self._token is None:
            known = _name_of(headers.get("host", "")) in self._hosts
            return None if known else PlainTextResponse("unknown host name; open http://127.0.0.1", 421)
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if given and self._is_token(given):
            return self._entered(scope)
        shown = cookie_parser(headers.get("cookie", "")).get(COOKIE, "")
        scheme, _, bearer = headers.get("authorization", "").partition(" ")
        if self._is_token(shown) or (scheme.lower() == "bearer" and self._is_token(bearer)):
            return None
        return PlainTextResponse("a token is needed: open the address with ?token=... once, or send it as bearer", 401)

    def _is_token(self, given: str) -> bool:
        return self._token is not None and secrets.compare_digest(given.encode(), self._token.encode())

    def _entered(self, scope: Scope) -> Response:
        """Keeps the token in a cookie, and leads to the same page without it, so that it stands in no address."""
        asked = parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        rest = urlencode({name: values for name, values in asked.items() if name != "token"}, doseq=True)
        path = "/" + scope["path"].lstrip("/\\")
        answer = RedirectResponse(path + ("?" + rest if rest else ""), 303)
        answer.set_cookie(COOKIE, self._token or "", httponly=True, samesite="strict", secure=scope["scheme"] == "https")
        return answer


def _name_of(host: str) -> str:
    """The name in `name:port`, in small letters; `[::1]:8000` has colons of its own."""
    return (host.rsplit(":", 1)[0] if host.rfind(":") > host.rfind("]") else host).lower()


def _with_headers(send: Send) -> Callable[[Message], Awaitable[None]]:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sent
