"""A plan is refused when a stage reads what nobody makes."""

from __future__ import annotations

import importlib

import pytest

from wader import stages
from wader.errors import StageError
from wader.pipeline import PLAN
from wader.run import STORE_PLAN


def test_the_plans_that_commands_run_are_whole():
    stages.check(PLAN)
    stages.check(STORE_PLAN)
    stages.check((*PLAN, stages.SHOW))
    stages.check(stages.STAGES)


def test_every_stage_is_a_package():
    for stage in stages.STAGES:
        assert importlib.util.find_spec(f"wader.{stage.name}") is not None


def test_a_missing_stage_is_named_with_its_remedy():
    with pytest.raises(StageError, match=r"'resolve' reads 'candidates'.*add 'code'"):
        stages.check([stage for stage in PLAN if stage is not stages.CODE])


def test_a_stage_in_the_wrong_place_is_named():
    plan = [stages.ACQUIRE, stages.ANNOTATE, stages.READ]
    with pytest.raises(StageError, match=r"'annotate' reads 'article'.*put 'read'"):
        stages.check(plan)


def test_what_the_user_gives_need_not_be_made():
    stages.check([stages.ANNOTATE], given=["article", "knowledge"])
    with pytest.raises(StageError, match=r"'knowledge'.*as an input"):
        stages.check([stages.ANNOTATE], given=["article"])
