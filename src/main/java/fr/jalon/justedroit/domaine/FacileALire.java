package fr.jalon.justedroit.domaine;

import fr.jalon.justedroit.domaine.Comparaison.Ligne;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What to tell the person, easy to read (FALC): short sentences, whole euros, no word of the law. */
public final class FacileALire {
  private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);
  private final List<Ligne> lignes;
  private final EmploiPropose emploi;

  private FacileALire(Comparaison comparaison, EmploiPropose emploi) {
    lignes = comparaison.lignes();
    this.emploi = emploi;
  }

  /** The sentences, in the order they are said. */
  public static List<String> phrases(Comparaison comparaison, EmploiPropose emploi) {
    return new FacileALire(comparaison, emploi).dire();
  }

  private List<String> dire() {
    List<String> p = new ArrayList<>();
    boolean pourVous = emploi.adulte() == 0;
    YearMonth debut = YearMonth.from(emploi.debut());
    Ligne premiere = lignes.getFirst();
    p.add("Aujourd'hui, votre foyer a %s par mois.".formatted(euros(premiere.totalAvant())));
    p.add((pourVous ? "Avec ce travail, vous gagnez %s par mois." : "Avec ce travail, la personne qui vit avec vous gagne %s par mois.")
        .formatted(euros(emploi.net())));
    if (emploi.immersion().signum() > 0) {
      p.add("Avant, pendant l'immersion, il y a %s en plus.".formatted(euros(emploi.immersion())));
    }
    rsa(p, debut);
    prime(p, debut);
    Ligne bilan = finAvantLesDouzeMois() ? dernierMoisPaye() : lignes.getLast();
    p.add("En %s, votre foyer a %s par mois.".formatted(MOIS.format(bilan.mois()), euros(bilan.totalApres())));
    BigDecimal gain = bilan.gain();
    p.add(euro(gain) == 0 ? "C'est la même chose que sans ce travail."
        : gain.signum() > 0 ? "C'est %s de plus que sans ce travail.".formatted(euros(gain))
        : "C'est %s de moins que sans ce travail.".formatted(euros(gain.negate())));
    if (gain.signum() < 0) {
      p.add("Parlez-en avec nous avant de décider.");
    }
    if (finAvantLesDouzeMois()) {
      p.add("Le travail finit en %s. Dites-le tout de suite à la CAF ou à la MSA.".formatted(MOIS.format(emploi.fin())));
    }
    p.add("Tous les 3 mois, vous dites à la CAF ou à la MSA ce que vous gagnez.");
    return p;
  }

  private void rsa(List<String> p, YearMonth debut) {
    BigDecimal avant = lignes.getFirst().avant().rsa();
    if (avant.signum() == 0) {
      return;
    }
    Optional<Ligne> change = premiere(l -> !l.mois().isBefore(debut) && l.apres().rsa().compareTo(l.avant().rsa()) != 0);
    if (change.isEmpty()) {
      p.add("Votre RSA ne change pas pendant cette année.");
      return;
    }
    YearMonth mois = change.get().mois();
    long garde = java.time.temporal.ChronoUnit.MONTHS.between(debut, mois);
    if (garde > 0) {
      p.add("Au début, votre RSA ne change pas. Vous le gardez en entier pendant %d mois.".formatted(garde));
    }
    if (change.get().apres().rsa().signum() == 0) {
      p.add("En %s, votre RSA s'arrête.".formatted(MOIS.format(mois)));
      return;
    }
    p.add("En %s, votre RSA %s %s.".formatted(MOIS.format(mois), change.get().apres().rsa()
        .compareTo(change.get().avant().rsa()) < 0 ? "baisse à" : "passe à", euros(change.get().apres().rsa())));
    premiere(l -> l.mois().isAfter(mois) && l.apres().rsa().signum() == 0)
        .ifPresent(l -> p.add("En %s, votre RSA s'arrête.".formatted(MOIS.format(l.mois()))));
  }

  private void prime(List<String> p, YearMonth debut) {
    premiere(l -> !l.mois().isBefore(debut) && l.apres().prime().compareTo(l.avant().prime()) > 0).ifPresent(l -> {
      BigDecimal plus = lignes.stream().map(x -> x.apres().prime()).max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
      p.add("En %s, vous avez la prime d'activité. C'est de l'argent en plus pour les personnes qui travaillent.".formatted(MOIS.format(l.mois())));
      p.add(plus.compareTo(l.apres().prime()) > 0 ? "Au début c'est %s par mois, ensuite %s.".formatted(euros(l.apres().prime()), euros(plus))
          : "C'est %s par mois.".formatted(euros(plus)));
    });
  }

  private Optional<Ligne> premiere(Predicate<Ligne> condition) {
    return lignes.stream().filter(condition).findFirst();
  }

  private boolean finAvantLesDouzeMois() {
    return emploi.fin() != null && YearMonth.from(emploi.fin()).isBefore(lignes.getLast().mois());
  }

  private Ligne dernierMoisPaye() {
    YearMonth fin = YearMonth.from(emploi.fin());
    return lignes.stream().filter(l -> !l.mois().isAfter(fin)).reduce((_, b) -> b).orElse(lignes.getFirst());
  }

  private static long euro(BigDecimal montant) {
    return montant.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  private static String euros(BigDecimal montant) {
    return String.format(Locale.FRENCH, "%,d", euro(montant)).replace('\u00a0', '\u202f') + "\u00a0€";
  }
}
