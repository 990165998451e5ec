import shutil

import pytest
import server


@pytest.fixture(scope="session")
def coalition(tmp_path_factory):
    folder = tmp_path_factory.mktemp("founded") / "coalition"
    server.found(folder)
    return folder


@pytest.fixture
def folder(coalition, tmp_path):
    """A copy of the coalition, to be spoilt."""
    return shutil.copytree(coalition, tmp_path / "coalition")
