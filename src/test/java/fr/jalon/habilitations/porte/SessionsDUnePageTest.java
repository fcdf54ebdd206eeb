package fr.jalon.habilitations.porte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;

/** The database fails between the act of an agent and the answer. */
class SessionsDUnePageTest {
  private final SessionsDUnePage sessions = new SessionsDUnePage(new SansEcriture());

  @Test
  void un_acte_fait_ne_se_dit_pas_refuse_parce_que_la_session_n_a_pas_pu_etre_ecrite() {
    MapSession elle = (MapSession) sessions.findById("celle de Camille");
    elle.setAttribute("message", "Convocation envoyée.");
    sessions.save(elle);
    assertThat(sessions.findById("inconnue")).isNull();
  }

  @Test
  void une_session_qui_commence_ou_qui_vient_d_etre_prouvee_est_ecrite_ou_refusee() {
    assertThatThrownBy(() -> sessions.save(sessions.createSession())).isInstanceOf(DataAccessResourceFailureException.class);
    MapSession prouvee = (MapSession) sessions.findById("celle de Camille");
    prouvee.setId("un autre numéro");
    assertThatThrownBy(() -> sessions.save(prouvee)).isInstanceOf(DataAccessResourceFailureException.class);
  }

  /** A database that reads and no longer writes. */
  private static final class SansEcriture implements SessionRepository<MapSession> {
    @Override
    public MapSession createSession() {
      return new MapSession();
    }

    @Override
    public void save(MapSession session) {
      throw new DataAccessResourceFailureException("base en lecture seule");
    }

    @Override
    public MapSession findById(String numero) {
      return numero.equals("inconnue") ? null : new MapSession(numero);
    }

    @Override
    public void deleteById(String numero) {
      throw new DataAccessResourceFailureException("base en lecture seule");
    }
  }
}
