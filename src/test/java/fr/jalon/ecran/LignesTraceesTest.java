package fr.jalon.ecran;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A file that leaves: traced before it leaves, and never longer than it may. */
class LignesTraceesTest {
  private final AtomicLong maintenant = new AtomicLong(1_000);
  private final AtomicInteger rendues = new AtomicInteger();
  private final List<Object> traces = new ArrayList<>();

  /** Writes down what would be in the journal. */
  private final class Carnet implements Temoin {
    @Override
    public void montrer(Object modele) {
      traces.add(modele);
    }

    @Override
    public void exporter(String quoi, Object lignes) {
      traces.add(List.copyOf((List<?>) lignes));
    }

    @Override
    public <T> LignesTracees<T> lignes(String quoi, Stream<T> lignes) {
      return new LignesTracees<>(this, quoi, lignes, Duration.ofMinutes(10), maintenant::get, rendues::incrementAndGet);
    }
  }

  @Test
  void un_lecteur_trop_lent_est_coupe_sans_fin_de_fichier_et_rend_sa_place() {
    ByteArrayOutputStream recu = new ByteArrayOutputStream();
    assertThatThrownBy(() -> {
      try (LignesTracees<Integer> lignes = new Carnet()
          .lignes("Allocataires", IntStream.range(0, 5_000).boxed()); OutputStream sortie = lignes.sortie(recu)) {
        lignes.pourChacune(n -> {
          ecrire(sortie, n);
          // each thousand takes four minutes to be read
          maintenant.addAndGet(Duration.ofMinutes(4).toNanos() / 1_000);
        });
        sortie.write("fin".getBytes());
      }
    }).isInstanceOf(UncheckedIOException.class).hasMessageContaining("plus de 10 minutes");
    assertThat(recu.toString()).startsWith("0\n1\n").doesNotContain("fin");
    assertThat(recu.toString().lines().count()).isEqualTo(2_501);
    assertThat(traces).as("trois milliers étaient écrits au journal avant de partir").hasSize(3);
    assertThat(rendues).as("la place est rendue").hasValue(1);
  }

  @Test
  void un_lecteur_ordinaire_recoit_tout() throws Exception {
    ByteArrayOutputStream recu = new ByteArrayOutputStream();
    try (LignesTracees<Integer> lignes = new Carnet()
        .lignes("Allocataires", IntStream.range(0, 2_500).boxed()); OutputStream sortie = lignes.sortie(recu)) {
      lignes.pourChacune(n -> ecrire(sortie, n));
      sortie.write("fin".getBytes());
    }
    assertThat(recu.toString()).endsWith("2499\nfin");
    assertThat(traces).hasSize(3);
    assertThat(rendues).hasValue(1);
  }

  private static void ecrire(OutputStream sortie, int n) {
    try {
      sortie.write((n + "\n").getBytes());
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
