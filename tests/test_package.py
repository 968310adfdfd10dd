"""newsdesk has all it needs with it, however it was installed: from a wheel, from a checkout, as an editable install."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from zipfile import ZipFile

import pytest

from newsdesk import __version__

CHECKOUT = Path(__file__).parent.parent
PACKAGE = CHECKOUT / "newsdesk"

# Started without the site module, so that the newsdesk which the tests themselves run on is found nowhere; the libraries
# are, because their folder comes last. `folder` is "" or what an editable install put among the installed packages.
FIND = """
import json, pkgutil, site, sys
folder, *libraries = sys.argv[1:]
if folder:
    site.addsitedir(folder)
sys.path += libraries
import newsdesk
from newsdesk import sample
from newsdesk.ui.app import NewsdeskApp, STYLE_SHEET
for module in pkgutil.walk_packages(newsdesk.__path__, "newsdesk."):
    if not module.name.endswith("__main__"):
        __import__(module.name)
print(json.dumps({
    "package": newsdesk.__file__,
    "style sheet": str(STYLE_SHEET),
    "styles": STYLE_SHEET.read_text(encoding="utf-8"),
    "sample": {name: data.decode("utf-8") for name, data in sample.files()},
    "modules": sorted(name for name in sys.modules if name.startswith("newsdesk")),
}))
"""


def found_by(*, cwd: Path, path: Path | None = None, editable: Path | None = None) -> dict:
    """What a new interpreter finds with `path` as PYTHONPATH, or with the folder of an editable install."""
    libraries = [sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-S", "-c", FIND, str(editable or ""), *libraries],
        cwd=cwd,
        env=environment | ({"PYTHONPATH": str(path)} if path else {}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def built(folder: Path, *arguments: str) -> Path:
    """The wheel that this command of the build backend writes into `folder`."""
    done = subprocess.run([sys.executable, *arguments], cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel's file."""
    folder = tmp_path_factory.mktemp("wheel")
    return built(folder, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder))


def modules() -> list[str]:
    """Every module of the checkout but the one that runs when it is imported."""
    files = [path.relative_to(CHECKOUT).with_suffix("") for path in PACKAGE.rglob("*.py") if path.stem != "__main__"]
    return sorted(".".join(file.parts).removesuffix(".__init__") for file in files)


def expected(package: Path, style_sheet: Path) -> dict:
    """What must be found where the package lies in `package`; its contents are the checkout's."""
    return {
        "package": str(package / "__init__.py"),
        "style sheet": str(style_sheet),
        "styles": (CHECKOUT / "newsdesk.tcss").read_text(encoding="utf-8"),
        "sample": {
            path.name: path.read_text(encoding="utf-8")
            for path in (PACKAGE / "sample").iterdir()
            if path.suffix in {".txt", ".md"}
        },
        "modules": modules(),
    }


def test_a_wheel_holds_the_style_sheet_the_sample_and_every_module(wheel, tmp_path):
    unpacked = tmp_path / "unpacked"
    ZipFile(wheel).extractall(unpacked)
    inside = unpacked / "newsdesk"
    assert expected(inside, inside / "newsdesk.tcss") == found_by(cwd=tmp_path, path=unpacked)


def test_a_source_checkout_finds_the_style_sheet_at_its_top():
    assert expected(PACKAGE, CHECKOUT / "newsdesk.tcss") == found_by(cwd=CHECKOUT, path=CHECKOUT)


def test_an_editable_install_finds_the_style_sheet_of_the_checkout(tmp_path):
    hook = f"import hatchling.build; hatchling.build.build_editable({str(tmp_path)!r})"
    installed = tmp_path / "installed"
    ZipFile(built(tmp_path, "-c", hook)).extractall(installed)
    assert expected(PACKAGE, CHECKOUT / "newsdesk.tcss") == found_by(cwd=tmp_path, editable=installed)


def test_a_wheel_holds_nothing_but_the_package(wheel):
    files = {path.relative_to(CHECKOUT).as_posix() for path in PACKAGE.rglob("*") if path.is_file()}
    files = {name for name in files if "__pycache__" not in name}
    about = {f"newsdesk-{__version__}.dist-info/{name}" for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt")}
    assert files | about | {"newsdesk/newsdesk.tcss"} == set(ZipFile(wheel).namelist())


def test_a_wheel_tells_nothing_of_the_machine_that_built_it(wheel):
    archive = ZipFile(wheel)
    places = [str(place).encode() for place in (CHECKOUT, wheel.parent)]
    telling = [name for name in archive.namelist() if any(place in archive.read(name) for place in places)]
    assert telling == []


def test_an_installed_newsdesk_has_its_command(wheel):
    entry_points = ZipFile(wheel).read(f"newsdesk-{__version__}.dist-info/entry_points.txt").decode()
    assert entry_points.split() == ["[console_scripts]", "newsdesk", "=", "newsdesk.cli:main"]
