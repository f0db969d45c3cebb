"""How good the answers are: questions with their right paragraphs, asked and scored."""
