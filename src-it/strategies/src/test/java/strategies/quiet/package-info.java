/** The default for the classes in here. */
@MpGroup(value = "quiet", strategy = Strategy.SERIAL)
package strategies.quiet;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;
