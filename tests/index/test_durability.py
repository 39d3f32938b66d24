from pathlib import Path

from index.durability import sync_tree, write_durably


def test_a_small_file_is_replaced_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "CURRENT"
    write_durably(path, "gen-000001\n")
    write_durably(path, "gen-000002\n")
    assert path.read_text() == "gen-000002\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_tree_of_files_and_folders_can_be_synced(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c").write_text("x")
    sync_tree(tmp_path)
