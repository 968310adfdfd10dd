"""The configuration file: what it may say, and in which line it is wrong."""

import os
import tomllib

import pytest

from newsdesk.config import ConfigError, read_config
from newsdesk.fetch import FetchSettings
from newsdesk.limits import Limits
from newsdesk.ui.keys.commands import COMMANDS, EVERYWHERE, WHILE_TYPING, by_place
from newsdesk.ui.keys.keymap import DECLARED, key_name, key_sign, key_word, keymap_of, written_for_file


@pytest.fixture
def file(tmp_path):
    return tmp_path / "config.toml"


def test_without_a_file_all_is_as_declared(file):
    assert read_config(file).keys == {}
    assert keymap_of(read_config(file)).for_textual == {}


@pytest.mark.parametrize(
    "text",
    [
        '[keys]\n"desk.add" = "+"\n"countdown.add" = "W"\n"desk.quit" = ["Q", "f10"]\n',
        '[keys]\ndesk.add = "+"\ncountdown.add = "W"\ndesk.quit = ["Q", "f10"]\n',
        '[keys.desk]\nadd = "+"\nquit = [\n  "Q",  # as in mutt\n  "F10",\n]\n[keys.countdown]\nadd = "W"\n',
        'keys = {desk = {add = "plus", quit = ["shift+q", "f10"]}, countdown = {add = "W"}}\n',
        '\ufeff[keys]\r\ndesk.add = "+"\r\ncountdown.add = "W"\r\ndesk.quit = ["Q", "f10"]\r\n',
    ],
)
def test_a_command_is_named_in_any_way_of_toml(file, text):
    file.write_bytes(text.encode())
    found = keymap_of(read_config(file))
    assert (found.keys("desk.add"), found.keys("desk.quit")) == (("plus",), ("Q", "f10"))
    assert found.for_textual == {"desk.add": "plus", "desk.quit": "Q,f10", "countdown.add": "W"}
    assert (found.word("desk.add"), found.signs("desk.quit")) == ("+", "Q F10")
    assert found.keys("desk.undo") == ("u",)


def test_limits_that_are_not_named_are_the_usual_ones(file):
    assert read_config(file).limits == Limits()
    file.write_text("[limits]\nseconds = 5\n", encoding="utf-8")
    assert read_config(file).limits == Limits(seconds=5)


WRONG = [
    ("[limits]\nfile_mb = 0\n", "line 2: file_mb is a whole number from 1 to 1000000"),
    ('[limits]\nseconds = "60"\n', "line 2: seconds is a whole number from 1 to 1000000"),
    ("[limits]\nmemory = 7\n", "line 2: there is no setting “memory” here; did you mean memory_mb?"),
    (
        '[keys]\n\n"desk.ad" = "a"\n',
        "line 3: there is no command “desk.ad”; did you mean desk.add? newsdesk keys lists them",
    ),
    ("[keys]\nzzzz = 'a'\n", "line 2: there is no command “zzzz”; newsdesk keys lists them"),
    ('[keys]\ndesk.add = "pagedwn"\n', "line 2: there is no key “pagedwn”; did you mean pagedown?"),
    (
        '[keys]\ndesk.add = "lever7"\n',
        'line 2: there is no key “lever7”; keys are written like "x", "?", "ctrl+s", "f5", "pagedown"',
    ),
    ('[keys]\ndesk.add = [\n  "a",\n  "xy",\n]\n', "line 5: there is no key “xy”; keys are written"),
    (
        '[keys]\ndesk.star = "*"\ndesk.add = "u"\n',
        "line 3: “u” is the key of desk.undo as well (everywhere on the desk); give one of them another key",
    ),
    (
        '[keys]\ndesk.add = "c"\n',
        "line 2: “c” is the key of quotes.name as well (in the quotes, on an actor); give one of them another key",
    ),
    ('[keys]\ncountdown.pin = "X"\ncountdown.add = "X"\n', "“X” is the key of countdown."),
    ('[keys]\ndesk.add = "ctrl+m"\n', "line 2: “Enter” is the key of list.open as well (in the stream)"),
    (
        '[keys]\nsearch.keep = "x"\n',
        "line 2: search.keep is wanted while words are typed, and “x” is one of their letters",
    ),
    ('[keys]\napp.quit = ["ctrl+x", "Q"]\n', "line 2: app.quit is wanted while words are typed, and “Q” is one"),
    ('[keys]\npath.complete = "enter"\n', "line 2: “Enter” is the key of export.write as well (exporting)"),
    (
        '[keys]\nexport.write = "tab"\n',
        "line 2: export.write works in dialogs, where “Tab” goes from field to field",
    ),
    ('[keys]\nfilter.clear = ["f9", "shift+tab"]\n', "where “Shift+Tab” goes from field to field; name another key"),
    ('[keys]\npath.complete = "shift+tab"\n', "where “Shift+Tab” goes from field to field; name another key"),
    ('[keys]\napp.palette = "ctrl+i"\n', "line 2: app.palette works in dialogs, where “Tab” goes"),
    ("[keys]\ndesk.add = 3\n", 'line 2: desk.add needs a key in quotes, "x", or a list of them, ["x", "f5"]'),
    ("[keys]\ndesk.add = []\n", "line 2: desk.add needs a key in quotes"),
    ('[keys]\ndesk.add = ""\n', "line 2: desk.add needs a key in quotes"),
    ("keys = 3\n", "line 1: keys is a table: write [keys] on a line of its own, and below it its settings"),
    ('\n[key]\ndesk.add = "a"\n', "line 2: there is no setting “key” here; did you mean keys?"),
    ("wallpaper = true\n", "line 1: there is no setting “wallpaper” here; there is only keys and desk"),
    (
        "[desk]\nreduce_motion = true\n",
        "line 2: there is no setting “reduce_motion” here; did you mean reduced_motion?",
    ),
    ('[desk]\nreduced_motion = "yes"\n', "line 2: reduced_motion is true or false"),
    *(
        (f"[fetch]\ninterval = {value}\n", 'line 2: interval is a time from "1m" to "30d" in quotes, such as "10m" or')
        for value in ("10", '"10"', '"30s"', '"31d"', "true", '""')
    ),
    *(
        (f"[fetch]\ndeadline = {value}\n", 'line 2: deadline is a time up to "10m" in quotes, such as "30s"')
        for value in ("30", '"11m"', '"soon"')
    ),
    *(
        (f"[fetch]\n\nlargest_mb = {value}\n", "line 3: largest_mb is a whole number from 1 to 50")
        for value in ("0", "51", "2.5", "true", '"5"')
    ),
    *(
        (
            f"[fetch]\nprivate_addresses = {value}\n",
            'line 2: private_addresses is a list of addresses or networks in quotes, ["192.168.1.0/24", "127.0.0.1"]',
        )
        for value in ("true", '"127.0.0.1"', '["localhost"]', "[7]", '["10.0.0.0/33"]', '[""]')
    ),
    ("[fetch]\ninterva = 3\n", "line 2: there is no setting “interva” here; did you mean interval?"),
    ("fetch = 3\n", "line 1: fetch is a table: write [fetch] on a line of its own, and below it its settings"),
    ('[keys]\n"desk.add" = a\n', "this is not TOML: Invalid value (at line 2, column 14)"),
    ('[keys]\n"desk.add" = ["a",', "(at the end, line 2)"),
    (
        '[keys]\n"desk.add" = "a"\n\ndesk.add = "u"\n',
        "line 4: desk.add stands here a second time; keep one of them",
    ),
    (f"keys = {'[' * 5000}{']' * 5000}\n", "one thing is nested too deep in another; newsdesk keys prints what"),
    (f"[keys]\n{'a.' * 5000}a = 3\n", "one thing is nested too deep in another"),
]


@pytest.mark.parametrize(("text", "words"), WRONG)
def test_what_is_wrong_is_said_with_file_and_line(file, text, words):
    file.write_text(text)
    with pytest.raises(ConfigError) as raised:
        keymap_of(read_config(file))
    said = str(raised.value)
    assert said.startswith(str(file))
    assert words in said
    assert "\n" not in said


def test_how_addresses_are_fetched_may_be_said(file):
    assert read_config(file).fetch == FetchSettings(600, 30, 5, ())
    file.write_text(
        '[fetch]\ninterval = "2h"\ndeadline = "90s"\nlargest_mb = 50\nprivate_addresses = ["192.168.1.7/24", "::1"]\n'
    )
    assert read_config(file).fetch == FetchSettings(7200, 90, 50, ("192.168.1.0/24", "::1/128"), learns=False)
    file.write_text('[fetch]\ndeadline = "90s"\n')
    assert read_config(file).fetch.learns, "nobody said how often"


def test_a_file_that_is_no_text_is_refused(file):
    file.write_bytes(b"[keys]\n# caf\xe9\n")
    with pytest.raises(ConfigError, match=r"config\.toml, line 2: this is not UTF-8 text"):
        read_config(file)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(file):
    file.write_text("")
    file.chmod(0)
    with pytest.raises(ConfigError, match=r"config\.toml: this cannot be read \(Permission denied\)"):
        read_config(file)


def test_a_folder_in_its_place_is_refused(file):
    file.mkdir()
    with pytest.raises(
        ConfigError, match=r"config\.toml: this cannot be read \(.*\); put a file there that you may read"
    ):
        read_config(file)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_in_its_place_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "config.toml")
    with pytest.raises(ConfigError, match=r"cannot be read \(it is no ordinary file but a pipe or a device\)"):
        read_config(tmp_path / "config.toml")


def test_the_line_of_a_mistake_is_found_in_a_few_looks(file, monkeypatch):
    """A look at each line of a long file would take seconds."""
    file.write_text("[keys]\n" + "".join(f'x{n} = "a"\n' for n in range(1000)) + "zzzz = 3\n")
    looks = []
    loads = tomllib.loads
    monkeypatch.setattr(tomllib, "loads", lambda text: looks.append(1) or loads(text))
    with pytest.raises(ConfigError, match="line 1002: zzzz needs a key"):
        read_config(file)
    assert len(looks) < 20


def test_two_commands_may_swap_their_keys(file):
    file.write_text('[keys]\ndesk.star = "m"\ndesk.mark_read = "s"\n')
    found = keymap_of(read_config(file))
    assert (found.keys("desk.star"), found.keys("desk.mark_read")) == (("m",), ("s",))


def test_tab_may_be_the_key_of_what_is_reached_in_no_dialog(file):
    file.write_text('[keys]\ndesk.next_pane = "f5"\nreader.next = "tab"\npath.complete = ["tab", "f6"]\n')
    assert keymap_of(read_config(file)).keys("reader.next") == ("tab",)


def test_what_shares_a_key_as_declared_may_go_on_doing_so(file):
    file.write_text('[keys]\nquotes.name = ["c", "K"]\nsearch.end = ["escape", "ctrl+g"]\n')
    assert keymap_of(read_config(file)).keys("quotes.name") == ("c", "K")


@pytest.mark.parametrize(
    ("written", "key", "sign", "word"),
    [
        ("?", "question_mark", "?", "?"),
        ("Ctrl+S", "ctrl+s", "^S", "Ctrl+S"),
        ("F5", "f5", "F5", "F5"),
        ("esc", "escape", "Esc", "Esc"),
        ("return", "enter", "⏎", "Enter"),
        ("shift+a", "A", "A", "A"),
        ("shift+tab", "shift+tab", "⇧Tab", "Shift+Tab"),
        ("ctrl++", "ctrl+plus", "^+", "Ctrl++"),
        ("ctrl+i", "tab", "Tab", "Tab"),
        ("pgdn", "pagedown", "PgDn", "PgDn"),
        ("é", "é", "é", "é"),
    ],
)
def test_keys_are_read_as_people_write_them(written, key, sign, word):
    assert key_name(written) == key
    assert (key_sign(key), key_word(key)) == (sign, word)


@pytest.mark.parametrize("written", ["", " ", "\x1b", "ctrl+", "a+b", "ctrl+ctrl+a", "escap", "f99"])
def test_what_is_no_key_is_none(written):
    assert key_name(written) is None


def test_every_command_is_declared_at_one_place_and_reads_back(file):
    listed = [command.id for _, commands in by_place() for command in commands]
    assert sorted(listed) == sorted(COMMANDS)
    assert len(listed) == len(set(listed))
    settings = [f"{command} = {written_for_file(DECLARED.keys(command))}" for command in listed]
    file.write_text("[keys]\n" + "\n".join(settings), encoding="utf-8")
    found = keymap_of(read_config(file))
    assert found.remapped == {command: DECLARED.keys(command) for command in COMMANDS}


def test_no_declared_command_is_forgotten():
    import newsdesk.ui.keys.commands as declared

    commands = set()
    for value in vars(declared).values():
        if isinstance(value, declared.Command):
            commands.add(value.id)
        elif isinstance(value, tuple):
            commands.update(one.id for one in value if isinstance(one, declared.Command))
    assert commands == set(COMMANDS)
    assert set(COMMANDS) >= WHILE_TYPING
    assert {where.title for where in EVERYWHERE if not where.commands} == set()
