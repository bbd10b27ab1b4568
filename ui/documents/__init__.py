"""The Documents screen: what will be exported, what it still lacks, and the way out as PDF, Word or paper."""

from ui.documents.view import DocumentsView

__all__ = ["DocumentsView"]
