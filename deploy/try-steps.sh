#!/usr/bin/env bash
# Runs the steps of deploy/Dockerfile in a clean folder, where no daemon for containers is at hand, and then the app as
# an ordinary user who can write to its data folder alone. Needs root. Run it from the top of the project.
set -euo pipefail
top=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The files that the build context has.
cp -r package.json package-lock.json tsconfig.json build migrations seeds src "$work"
rm -rf "$work/src/playground"
find "$work" -name '*.test.ts' -delete
cd "$work"
npm ci --no-audit --no-fund
npm run build
npm prune --omit=dev --no-audit --no-fund
mkdir -p image/app image/data
mv package.json node_modules dist image/app
rm -rf src migrations seeds
chmod -R a+rX,a-w "$work" image/app
chmod 755 "$work"
chown nobody image/data
chmod 700 image/data
echo "image without Node and its base: $(du -sm image/app | cut -f1) MB"
as_user() {
  (cd "$work/image/app" && setpriv --reuid=65534 --clear-groups env -i PATH="$PATH" HOME=/nonexistent NODE_ENV=production \
    DATABASE_URL=sqlite:"$work/image/data/shopkeeper.sqlite" "$@")
}
as_user node dist/src/surfaces/cli/main.js ingest "$top/test/data/corner-shop.csv"
as_user node dist/src/surfaces/cli/main.js ask "sales top-countries" --chart "$work/image/data/chart.png"
as_user node dist/src/surfaces/cli/main.js backup "$work/image/data/backup.sqlite"
as_user node dist/src/surfaces/cli/main.js restore "$work/image/data/backup.sqlite"
test -s "$work/image/data/chart.png"
echo "all steps done"
