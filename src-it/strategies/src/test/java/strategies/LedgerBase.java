package strategies;

import io.github.surefiremp.annotations.MpGroup;

/** Its subclasses inherit the group. */
@MpGroup("ledger")
abstract class LedgerBase extends Logged {}
