package fr.jalon.orientation;

import fr.jalon.parametres.Horloge;
import java.time.LocalDateTime;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Each class begins on its day: the one before, in the same JVM, may have left the clock that they share at any other. */
public final class JourDeLEssai implements BeforeAllCallback {
  private static final LocalDateTime MATIN = LocalDateTime.of(2025, 10, 20, 9, 0);

  @Override
  public void beforeAll(ExtensionContext essai) {
    SpringExtension.getApplicationContext(essai).getBean(Horloge.class).regler(MATIN);
  }
}
