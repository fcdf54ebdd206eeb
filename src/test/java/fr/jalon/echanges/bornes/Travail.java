package fr.jalon.echanges.bornes;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the work of a piece of code by what it allocates: the same on any machine, whatever else runs there. */
public final class Travail {
  private static final ThreadMXBean FILS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Travail() {}

  /** A piece of code. */
  @FunctionalInterface
  public interface Code {
    /** Runs. */
    void faire() throws Exception;
  }

  /** Bytes allocated by this thread while it runs. */
  public static long de(Code code) {
    long avant = FILS.getCurrentThreadAllocatedBytes();
    try {
      code.faire();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return FILS.getCurrentThreadAllocatedBytes() - avant;
  }
}
