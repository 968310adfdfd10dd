import sys
from importlib import import_module


def test_a_python_without_the_bridge_to_the_c_library_keeps_its_memory(monkeypatch):
    monkeypatch.setitem(sys.modules, "ctypes", None)
    monkeypatch.delitem(sys.modules, "newsdesk.system.spare_memory", raising=False)
    spare_memory = import_module("newsdesk.system.spare_memory")
    spare_memory.keep_large_blocks_apart()
    spare_memory.give_back()
