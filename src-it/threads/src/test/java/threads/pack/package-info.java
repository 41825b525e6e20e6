@Parallelizable(Scope.CHILDREN)
package threads.pack;

import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
