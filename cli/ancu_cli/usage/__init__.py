"""What may be typed: each group of commands with its arguments and options; what they do stands beside this folder.

Help must be there at once, so nothing here imports what a command needs to run.
"""
