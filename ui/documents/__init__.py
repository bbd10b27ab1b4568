"""The Documents screen: what will be exported, what it still lacks, and the way out as PDF, Word or paper."""
