import subprocess
import sys
from pathlib import Path

from eval.bootstrap import Estimate
from eval.learning_curve import CurvePoint
from eval.pictures import (
    draw_kinds,
    draw_learning_curve,
    draw_reliability,
    draw_risk_coverage,
    draw_robustness,
)
from eval.reliability import Bin
from eval.risk_coverage import Point
from eval.robustness import CLEAN, INITIALS, NoiseResult

HALF = Estimate(0.5, 0.4, 0.6, 10)
RATES = {"hit_rate@1": HALF, "hit_rate@3": HALF}
PNG = b"\x89PNG\r\n"


def test_calibration_is_drawn(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.png"
    draw_reliability({"dev": [Bin(0.2, 0.3, 5), Bin(0.9, 0.8, 5)], "test": []}, path)
    assert path.read_bytes().startswith(PNG)


def test_risk_and_coverage_are_drawn_with_and_without_a_point(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    points = [Point(0.9, 0.1, 0.0), Point(0.1, 1.0, 0.4)]
    draw_risk_coverage({"dev": points, "test": points}, {"dev": Point(0.5, 0.5, 0.1), "test": None}, path)
    assert path.read_bytes().startswith(PNG)


def test_kinds_are_drawn_even_where_one_half_lacks_some(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    draw_kinds({"dev": {"plain": HALF, "noisy": HALF}, "test": {"noisy": HALF}}, path)
    assert path.read_bytes().startswith(PNG)


def test_noise_is_drawn(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    results = [NoiseResult(kind, 0.5, RATES, RATES) for kind in (CLEAN, "no_spaces", INITIALS)]
    draw_robustness({"dev": results, "empty": [NoiseResult(CLEAN, 0.0, {}, {})]}, path)
    assert path.read_bytes().startswith(PNG)


def test_the_learning_curve_is_drawn(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    points = [
        CurvePoint(5, 5.0, {"dev": RATES, "empty": {}}),
        CurvePoint(None, 44.0, {"dev": RATES, "empty": {}}),
    ]
    draw_learning_curve(points, path)
    assert path.read_bytes().startswith(PNG)


def test_the_same_numbers_give_the_same_file(tmp_path: Path) -> None:
    for name in ("a.png", "b.png"):
        draw_kinds({"dev": {"plain": HALF}}, tmp_path / name)
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()


def test_the_drawing_library_is_loaded_only_to_draw() -> None:
    check = "import eval.__main__, sys; sys.exit('matplotlib' in sys.modules)"
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", check], cwd=root, check=True, timeout=120)
