#!/usr/bin/env bash
# Pillow forgets EXIF when an opened JPEG is saved again, but carries its comment along, even into a GIF of a cut-out.
#
# Versions: pillow==13.0.0
# Source: Pillow's handbook, image file formats, JPEG: icc_profile, exif and comment stand side by side as
# options of save(); of the profile it says that none is written unless it is given, and one expects the same
# of the comment.
# Behaviour: saving, cropping, converting to grey and saving as GIF keep the comment in the new file; only PNG
# and WebP have none. `im.info.pop("comment", None)` is needed.
# Seen:
#   {'JPEG': (b'for us only', {}), 'GIF': (b'for us only', {}), 'PNG': (None, {}), 'WEBP': (None, {})}
set -eu
cd "$(dirname "$0")"
python=$(for name in python3.13 python3.14 python3.12; do
    "$name" -c 'import sys; print(sys.executable)' 2>/dev/null && break
done) || python=$(uv python find 3.13)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"$python" -m venv "$room/env"
"$room/env/bin/python" -m pip install --quiet --disable-pip-version-check pillow==13.0.0
"$room/env/bin/python" - "$room" <<'EOF'
import io

from PIL import Image


def saved(image, kind, **options):
    file = io.BytesIO()
    image.save(file, kind, **options)
    return Image.open(file)


exif = Image.Exif()
exif[0x010E] = "a description"
photo = saved(Image.new("RGB", (20, 20)), "JPEG", exif=exif, comment=b"for us only")
assert photo.getexif()[0x010E] == "a description"
found = {}
for kind in ("JPEG", "GIF", "PNG", "WEBP"):
    again = saved(photo.crop((0, 0, 5, 5)).convert("L"), kind)
    found[kind] = (again.info.get("comment"), dict(again.getexif()))
print(found)
assert found == {"JPEG": (b"for us only", {}), "GIF": (b"for us only", {}), "PNG": (None, {}), "WEBP": (None, {})}
EOF
