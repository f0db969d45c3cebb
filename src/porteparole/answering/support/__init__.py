"""Whether a sentence that anybody wrote says no more than the paragraphs that it cites."""

from porteparole.answering.support.claim import Claim, Reason, Source, Verdict
from porteparole.answering.support.proof import Holds, SupportProof

__all__ = ["Claim", "Holds", "Reason", "Source", "SupportProof", "Verdict"]
