"""The lines of a story's file: what was written is read, and what was not is never believed."""

from __future__ import annotations

import json
import sys
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.store.journal_format import (
    HEADER,
    Header,
    Transaction,
    complete_lines,
    decode_header,
    decode_transaction,
    decode_transactions,
    encode_transaction,
    is_unfinished_header,
)

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
documents = st.dictionaries(st.text(), values, max_size=4)
changes = st.dictionaries(
    st.text(), st.dictionaries(st.integers().map(str), st.none() | documents, max_size=3), max_size=3
)


@given(st.integers(min_value=1), changes)
def test_a_transaction_is_read_as_it_was_written(sequence, written):
    line = encode_transaction(sequence, written)
    assert decode_transaction(line[:-1]) == Transaction(sequence, written)
    assert line.endswith(b"]\n")
    assert line.count(b"\n") == 1


def test_a_line_is_plain_json():
    line = encode_transaction(3, {"posts": {"7": {"text": "Straße\nfrei"}, "8": None}})
    assert line == '["cb107765",3,{"posts":{"7":{"text":"Straße\\nfrei"},"8":null}}]\n'.encode()
    assert json.loads(line)[1:] == [3, {"posts": {"7": {"text": "Straße\nfrei"}, "8": None}}]


def test_half_a_surrogate_pair_is_written_as_an_escape():
    line = encode_transaction(1, {"posts": {"7": {"text": "\ud83d ü"}}})
    assert line.isascii()
    assert decode_transaction(line[:-1]) == Transaction(1, {"posts": {"7": {"text": "\ud83d ü"}}})


def test_every_flipped_bit_is_noticed():
    line = encode_transaction(12, {"posts": {"7": {"text": "The quay is abandoned"}}})[:-1]
    for place in range(len(line)):
        for bit in range(8):
            flipped = bytearray(line)
            flipped[place] ^= 1 << bit
            assert decode_transaction(bytes(flipped)) is None


@given(st.binary(max_size=80) | st.binary(max_size=40).map(lambda tail: b'["00000000",' + tail + b"]"))
def test_other_bytes_are_no_transaction(data):
    assert decode_transaction(data) is None


@pytest.mark.parametrize(
    "body",
    [
        b"1",
        b"1,2",
        b"0,{}",
        b"true,{}",
        b'"1",{}',
        b"1,[]",
        b'1,{"posts":[]}',
        b'1,{"posts":{"x":{}}}',
        b'1,{"posts":{"01":{}}}',
        b'1,{"posts":{"1":"text"}}',
        b'1,{"posts":{"' + b"9" * 5000 + b'":{}}}',
        b"1," + b"[" * 100_000,
        b"1,{",
        b"\xff",
    ],
)
def test_a_right_checksum_over_a_wrong_body_is_not_believed(body):
    assert decode_transaction(b'["%08x",%b]' % (zlib.crc32(body), body)) is None


@given(
    st.lists(
        st.builds(encode_transaction, st.integers(min_value=1), changes).map(lambda line: line[:-1])
        | st.sampled_from([b"1", b"1,{", b"1,{}],[2", b"1,[", b"1," + b"[" * 100_000]).map(
            lambda body: b'["%08x",%b]' % (zlib.crc32(body), body)
        )
        | st.binary(max_size=20),
        max_size=6,
    )
)
def test_lines_that_are_decoded_together_say_what_each_says_alone(lines):
    assert list(decode_transactions(lines)) == [(line, decode_transaction(line)) for line in lines]


def test_equal_names_and_short_texts_are_kept_once():
    post = {"byline_name": "Ana Ruiz", "printed_time": {"zone": "BST"}}
    lines = [encode_transaction(number, {"posts": {str(number): post}})[:-1] for number in (1, 2)]
    (_, first), (_, second) = decode_transactions(lines)
    one, other = first.changes["posts"]["1"], second.changes["posts"]["2"]
    assert [id(name) for name in one] == [id(name) for name in other]
    assert one["byline_name"] is other["byline_name"]
    assert one["printed_time"]["zone"] is other["printed_time"]["zone"]
    assert one["printed_time"] is not other["printed_time"]


def test_documents_are_small_and_say_the_same():
    posts = {str(number): {"n": number, "text": "Shut.", "printed_time": {"text": "now"}} for number in range(1, 9)}
    ((_, decoded),) = decode_transactions([encode_transaction(1, {"notices": posts})[:-1]])
    assert decoded == Transaction(1, {"notices": posts})
    for document in decoded.changes["notices"].values():
        assert sys.getsizeof(document) < sys.getsizeof(dict(document)), "the names are in none of them"


def test_what_a_later_version_adds_to_a_line_is_ignored():
    body = b'5,{"posts":{}},{"by":"later"}'
    assert decode_transaction(b'["%08x",%b]' % (zlib.crc32(body), body)) == Transaction(5, {"posts": {}})


@pytest.mark.parametrize(
    ("line", "header"),
    [
        (HEADER[:-1], Header(1)),
        (b'{"format":"newsdesk-story","version":7,"new":[]}', Header(7)),
        (b'{"format":"newsdesk-story","version":1,"after":41}', Header(1, 41)),
        (b'{"format":"newsdesk-story","version":1,"after":"x"}', Header(1)),
        (b'{"format":"newsdesk-story","version":"1"}', None),
        (b'{"format":"newsdesk-story"}', None),
        (b'{"format":"other","version":1}', None),
        (b"[" * 100_000, None),
        (b"\x00\xff", None),
        (b"", None),
    ],
)
def test_headers(line, header):
    assert decode_header(line) == header


@pytest.mark.parametrize(
    ("data", "unfinished"),
    [
        (b"", True),
        (HEADER[:10], True),
        (HEADER[:-1], True),
        (HEADER, False),
        (b"\0" * 10, True),
        (b"\0" * 4000, False),
        (b"notes", False),
        (b'{"format":"newsdesk-story","version":2}', False),
    ],
)
def test_a_file_that_was_never_begun(data, unfinished):
    assert is_unfinished_header(data) is unfinished


@given(st.lists(st.binary(max_size=20).map(lambda chunk: chunk.replace(b"\1", b"\n")), max_size=20))
def test_lines_do_not_depend_on_where_the_chunks_are_cut(chunks):
    assert list(complete_lines(chunks)) == b"".join(chunks).split(b"\n")[:-1]
