"""The answers people give: the model of yes and no, numbers, times, names, feelings, commands and open sentences.

It brings no practice: whatever question is open reads these.
"""
