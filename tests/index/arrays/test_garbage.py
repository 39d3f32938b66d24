import gc

from index.arrays.garbage import cycles_put_off


def test_cycles_are_looked_for_again_after_the_block() -> None:
    assert gc.isenabled()
    with cycles_put_off():
        assert not gc.isenabled()
        with cycles_put_off():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
