"""Verifies facts.jsonl: every hash covers the fact and the hash before it. Needs nothing but Python 3."""
import hashlib
import json
import pathlib
import sys

before = "0" * 64
version = 0
for line in (pathlib.Path(__file__).parent / "facts.jsonl").read_text(encoding="utf-8").splitlines():
    fact = json.loads(line)
    version += 1
    covered = "\n".join([before, fact["incident"], str(fact["version"]), fact["at"], fact["actor"], fact["fact"]])
    if fact["version"] != version or hashlib.sha256(covered.encode()).hexdigest() != fact["hash"]:
        sys.exit(f"BROKEN at fact {version}")
    before = fact["hash"]
print(f"INTACT: {version} facts, head {before}")
