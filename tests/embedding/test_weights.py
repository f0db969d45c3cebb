from pathlib import Path

import numpy as np
import pytest

from porteparole.embedding.weights import Weights, dequantised, scales_and_codes


def test_the_header_names_the_sizes_of_multilingual_e5_small(weights: Weights):
    shape = weights.shape
    assert (shape.hidden, shape.layers, shape.heads) == (384, 12, 12)
    assert (shape.feed_forward, shape.positions) == (1536, 512)


def test_the_vocabulary_is_that_of_xlm_roberta(weights: Weights):
    pieces = weights.pieces
    assert len(pieces.texts) == len(pieces.scores) == len(set(pieces.texts)) == 250_002
    assert [pieces.texts[i] for i in (0, 1, 2, 3, -1)] == ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    assert (pieces.beginning, pieces.padding, pieces.end, pieces.unknown) == (0, 1, 2, 3)


def test_every_tensor_has_the_size_that_the_network_needs(weights: Weights):
    assert weights.blocks("emb.word", 384).shape == (250_037, 12, 18)
    assert weights.vector("emb.pos").size == 512 * 384
    for layer in range(12):
        assert weights.blocks(f"l{layer}.fi.w", 384).shape == (1536, 12, 18)
        assert weights.blocks(f"l{layer}.fo.w", 1536).shape == (384, 48, 18)
        assert weights.vector(f"l{layer}.q.b").shape == (384,)


def test_a_block_is_a_scale_and_two_codes_a_byte_the_second_16_places_on():
    block = np.zeros((1, 1, 18), np.uint8)
    block[0, 0, :2] = np.frombuffer(np.float16(0.5).tobytes(), np.uint8)
    block[0, 0, 2:] = 0x88
    block[0, 0, 2 + 3] = 0xF0
    expected = np.zeros(32)
    expected[3], expected[16 + 3] = (0 - 8) * 0.5, (15 - 8) * 0.5
    scales, codes = scales_and_codes(block)
    assert scales.tolist() == [[0.5]]
    assert codes.shape == (1, 1, 32)
    assert dequantised(block).tolist() == [expected.tolist()]


@pytest.mark.parametrize("content", [b"E5S2" + bytes(100), b"E5S1", b"E5S1" + bytes(60), b"x"])
def test_another_file_is_refused(tmp_path: Path, content: bytes):
    file = tmp_path / "weights.bin"
    file.write_bytes(content)
    with pytest.raises(ValueError):
        Weights(file)


def test_a_file_that_is_cut_off_is_refused(weights: Weights, tmp_path: Path):
    from porteparole.embedding.package import weights_file

    whole = weights_file().read_bytes()
    for size in (1_000, 3_000_000, len(whole) - 1):
        file = tmp_path / f"{size}.bin"
        file.write_bytes(whole[:size])
        with pytest.raises(ValueError):
            Weights(file)
