"""The Content-Security-Policy: pages run the scripts that the build put there, no other.

The host sends no headers of ours, so the policy stands in every page. Material's few
inline scripts are named by their hashes; no other inline or evaluated code runs, least of
all in an article, where authors write.
"""

import base64
import hashlib
import re
from pathlib import Path

from .swap import swap

INLINE = re.compile(r"<script(?![^>]*\b(?:src|type)=)[^>]*>(.*?)</script>", re.S)
ARTICLE = re.compile(r"<article\b.*</article>", re.S)
RULES = {
    "default-src": "'self'",  # the next page, which Firefox fetches ahead
    "object-src": "'none'",
    "frame-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",  # the Python of the Run buttons
    "worker-src": "'self'",
    "connect-src": "'self'",  # the search index
    "style-src": "'self'",
    "style-src-attr": "'unsafe-inline'",  # for colours in figures, alignment in MathML
    "img-src": "'self' data:",
    "font-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
HEAD = '<meta charset="utf-8">'


def write(site: Path) -> None:
    """Give every page below `site` one policy, with the hashes of all their scripts."""
    pages = {path: path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    frames = (ARTICLE.sub("", page) for page in pages.values())
    scripts = {script for frame in frames for script in INLINE.findall(frame)}
    allowed = [RULES["script-src"], *sorted(map(_hash, scripts))]
    rules = {**RULES, "script-src": " ".join(allowed)}
    policy = "; ".join(f"{name} {sources}" for name, sources in rules.items())
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    for path, page in pages.items():
        path.write_text(swap(page, HEAD, f"{HEAD}\n{tag}", 1), "utf-8")


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
