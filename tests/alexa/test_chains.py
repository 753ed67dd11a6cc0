import hashlib
import os
from datetime import timedelta

import pytest

from skill.alexa.chains import ChainFolder, chain_file, write_whole

URL = "https://s3.amazonaws.com/echo.api/echo-api-cert-99.pem"


def test_a_chain_lies_in_a_file_named_by_the_hash_of_its_url(tmp_path):
    assert chain_file(tmp_path, URL) == tmp_path / f"{hashlib.sha256(URL.encode()).hexdigest()}.pem"


def test_what_is_kept_is_read_again_and_nothing_else_is_left(tmp_path, mint):
    folder = ChainFolder(tmp_path / "made" / "here")
    assert folder.read(URL) is None
    assert folder.keep(URL, b"chain", mint.now)
    assert folder.read(URL) == b"chain"
    assert list(folder.folder.iterdir()) == [chain_file(folder.folder, URL)]


@pytest.mark.parametrize("size", [64 * 1024 + 1, 3_000_000])
def test_a_file_too_large_for_a_chain_is_not_read(tmp_path, size):
    chain_file(tmp_path, URL).write_bytes(b"x" * size)
    assert ChainFolder(tmp_path).read(URL) is None


def test_a_folder_or_a_pipe_in_a_chains_place_is_not_read(tmp_path):
    chain_file(tmp_path, URL).mkdir()
    assert ChainFolder(tmp_path).read(URL) is None
    os.mkfifo(chain_file(tmp_path, URL + "2"))
    assert ChainFolder(tmp_path).read(URL + "2") is None


def test_a_folder_that_cannot_be_made_keeps_nothing_and_raises_nothing(tmp_path, mint):
    (tmp_path / "file").write_bytes(b"")
    assert not ChainFolder(tmp_path / "file").keep(URL, b"chain", mint.now)


def test_a_full_folder_keeps_what_is_good_and_lets_go_what_is_out_of_date(tmp_path, mint):
    folder = ChainFolder(tmp_path, most=2)
    assert folder.keep("one", mint.chain(), mint.now)
    assert folder.keep("two", mint.chain(days=(-10, 10)), mint.now)
    assert not folder.keep("three", mint.chain(), mint.now)
    assert folder.keep("one", mint.chain(), mint.now)
    assert folder.keep("three", mint.chain(), mint.now + timedelta(days=11))
    assert [folder.read(url) is not None for url in ("one", "two", "three")] == [True, False, True]


def test_a_failed_write_leaves_the_old_file_and_no_draft(tmp_path):
    target = tmp_path / "target"
    target.mkdir()
    with pytest.raises(OSError, match="target"):
        write_whole(target, b"content")
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_is_written_with_the_mode_asked_for(tmp_path):
    write_whole(tmp_path / "secret", b"", mode=0o600)
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600
