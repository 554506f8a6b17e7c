#!/usr/bin/env bash
# Runs every test: installs the Debian packages that the tests start real servers from, restores, builds, tests.
# The last line reads "N passed, N failed, N skipped".
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1

packages=(
  zookeeper default-jre-headless                                       # the ZooKeeper collector
  prometheus                                                           # promtool, which checks /metrics; a sender of alerts
  prometheus-alertmanager                                              # amtool, against the Alertmanager API
  chromium                                                             # the pages in a browser
  jupyter-nbconvert python3-ipykernel python3-pandas python3-matplotlib # the notebooks
)

missing=()
for package in "${packages[@]}"; do
  [ "$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null)" = "install ok installed" ] || missing+=("$package")
done

if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ]; then
    as_root=()
  elif sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
  else
    echo "The tests need Debian packages. Install them with:" >&2
    echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
    exit 1
  fi

  # The tests start their own servers; the packages' services are neither started nor enabled.
  policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
    "${as_root[@]}" chmod +x "$policy"
    trap '"${as_root[@]}" rm -f "$policy"' EXIT
  fi
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

dotnet restore Capacity.sln --verbosity quiet
dotnet build Capacity.sln --configuration Release --no-restore --verbosity quiet

log=$(mktemp)
result=0
dotnet test Capacity.sln --configuration Release --no-build 2>&1 | tee "$log" || result=$?
awk '/^  failed:/ { f = $2 } /^  succeeded:/ { p = $2 } /^  skipped:/ { s = $2 }
     END { printf "%d passed, %d failed, %d skipped\n", p, f, s }' "$log"
rm -f "$log"
exit "$result"
