#!/bin/sh
# Codes the sample pages into a store, shows what was found, and one evidence card: the one that README.md shows, which
# `python -m wader.reference` puts there. Usage: demo.sh BIN-DIRECTORY
set -eu
bin=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
rm -rf out/demo
mkdir -p out/demo
echo "\$ wader run examples/news --to out/demo/store"
"$bin/wader" run examples/news --to out/demo/store
event=$("$bin/wader" export out/demo/store | "$bin/python" -c '
import json, sys
rows = [json.loads(row) for row in sys.stdin]
print(next((r for r in rows if r["event_text"][0]["text"] == "opened fire"), rows[0])["id"])')
echo
echo "\$ wader why $event --store out/demo/store"
"$bin/wader" why "$event" --store out/demo/store
