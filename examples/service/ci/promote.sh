#!/bin/sh
# promote.sh REPOSITORY IMAGE TAG: has the environment's repository name this tag of the image in deploy/kustomization.yaml, by
# a commit that Argo CD follows. Two at once both come through; a tag that is there already makes no commit.
set -eu
repository=$1 image=$2 tag=$3
case $tag in *[!A-Za-z0-9._-]*|'') echo "promote.sh: \"$tag\" is no tag" >&2; exit 2 ;; esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git clone -q --depth 50 "$repository" "$work"
cd "$work"
for attempt in 1 2 3 4 5; do
  awk -v image="$image" -v tag="$tag" '
    $1 == "-" && $2 == "name:" { ours = $3 == image }
    ours && $1 == "newTag:" { sub(/newTag:.*/, "newTag: \"" tag "\""); found = 1 }
    { print }
    END { exit !found }' deploy/kustomization.yaml >kustomization.new ||
    { echo "promote.sh: deploy/kustomization.yaml has no image $image" >&2; exit 2; }
  mv kustomization.new deploy/kustomization.yaml
  git diff --quiet && { echo "promote.sh: $image:$tag is there already"; exit 0; }
  git commit -q -am "Run $image:$tag"
  git push -q origin HEAD && { echo "promote.sh: $image:$tag"; exit 0; }
  git fetch -q origin && git reset -q --hard '@{upstream}'
done
echo "promote.sh: others pushed five times in between" >&2
exit 1
