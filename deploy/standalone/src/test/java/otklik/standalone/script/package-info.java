@NullMarked
package otklik.standalone.script;

import org.jspecify.annotations.NullMarked;
