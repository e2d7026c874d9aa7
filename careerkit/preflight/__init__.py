"""Files just made go in; what a reader, a printer or a screen reader would trip over comes out.

Everything here is read anew from the file's bytes, with other libraries than those that wrote
them, so that a slip of a writer is seen before a person sees it. What is found is a defect of this
program, never of a profile. ``pdf.file`` reads PDF, ``pptx.file`` reads PPTX.
"""
