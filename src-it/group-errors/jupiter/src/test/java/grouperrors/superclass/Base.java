package grouperrors.superclass;

import grouperrors.Marked;
import io.github.surefiremp.annotations.MpGroup;

@MpGroup("till")
abstract class Base extends Marked {}
