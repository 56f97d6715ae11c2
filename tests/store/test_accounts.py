"""Who may sign in, and what each may do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from chatbot.store.accounts import AccountError, Identity, Role
from chatbot.store.audit import COMMAND_LINE, Action, AuditFilter
from chatbot.store.passwords import Passwords
from chatbot.store.tables import AccountRow
from chatbot.text.personal_data import MASK
from tests.store.door import PASSWORD, Door

ISSUER = "https://login.hanbit.example"
roles = st.sampled_from(list(Role))


class TestRole:
    @given(roles, roles, roles)
    def test_roles_are_in_one_order(self, one: Role, other: Role, third: Role) -> None:
        assert one.covers(one)
        assert one.covers(other) or other.covers(one)
        assert not (one.covers(other) and other.covers(one)) or one is other
        if one.covers(other) and other.covers(third):
            assert one.covers(third)

    @given(roles)
    def test_admins_may_do_all_and_staff_may_do_what_all_may(self, role: Role) -> None:
        assert Role.ADMIN.covers(role)
        assert role.covers(Role.STAFF)

    def test_editors_write_and_only_publishers_send_out(self) -> None:
        assert Role.PUBLISHER.covers(Role.EDITOR)
        assert not Role.EDITOR.covers(Role.PUBLISHER)


class TestAdd:
    def test_an_account_is_kept_with_a_hash_in_place_of_its_password(self, door: Door) -> None:
        account = door.account("kim.seat-3", Role.EDITOR)
        assert (account.login, account.role, account.must_change) == ("kim.seat-3", Role.EDITOR, False)
        assert door.accounts.of_id(account.id) == door.accounts.of_login("KIM.seat-3 ") == account
        with door.database.transaction() as session:
            kept = session.scalars(select(AccountRow.password_hash)).one()
        assert kept is not None
        assert kept.startswith("$argon2id$")
        assert PASSWORD not in kept

    @pytest.mark.parametrize("login", ["", "ab", "a" * 41, "김상담", "kim lee", "-kim", "kim@hanbit.kr"])
    def test_a_login_that_cannot_be_typed_everywhere_is_refused(self, door: Door, login: str) -> None:
        with pytest.raises(AccountError, match=r"^아이디는 영어 소문자, 숫자, 점"):
            door.account(login)
        assert door.accounts.all() == []

    def test_a_weak_password_is_refused_with_its_mend(self, door: Door) -> None:
        with pytest.raises(AccountError, match=r"^비밀번호는 12자 이상이어야 해요\. 지금은 5자예요\.$"):
            door.accounts.add("kim", Role.STAFF, "short", COMMAND_LINE, must_change=False)

    def test_a_login_is_given_once(self, door: Door) -> None:
        door.account("kim")
        with pytest.raises(AccountError, match="이미 있는 아이디예요"):
            door.account("KIM")
        assert door.actions() == [Action.ACCOUNT_ADDED]


class TestVerified:
    def test_login_and_password_together_are_right(self, door: Door) -> None:
        account = door.account()
        assert door.accounts.verified(" Kim", PASSWORD) == account
        assert door.accounts.verified("kim", PASSWORD + " ") is None
        assert door.accounts.verified("lee", PASSWORD) is None

    def test_a_hash_is_looked_at_for_an_unknown_login_too(
        self, door: Door, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        door.account()
        looked: list[str | None] = []

        def fits(passwords: Passwords, password: str, kept: str | None) -> bool:
            looked.append(kept)
            return False

        monkeypatch.setattr(Passwords, "fits", fits)
        door.accounts.verified("kim", "wrong")
        door.accounts.verified("nobody", "wrong")
        assert len(looked) == 2

    def test_a_disabled_account_is_refused_although_its_password_is_right(self, door: Door) -> None:
        account = door.account()
        door.accounts.set_disabled(account.id, COMMAND_LINE, disabled=True)
        assert door.accounts.verified("kim", PASSWORD) is None
        door.accounts.set_disabled(account.id, COMMAND_LINE, disabled=False)
        assert door.accounts.verified("kim", PASSWORD) is not None

    def test_a_hash_of_other_costs_is_renewed_at_the_next_right_password(self, door: Door) -> None:
        door.account()
        with door.database.transaction() as session:
            row = session.scalars(select(AccountRow)).one()
            row.password_hash = older = Passwords().hash(PASSWORD)
        assert door.accounts.verified("kim", "a wrong password") is None
        with door.database.transaction() as session:
            assert session.scalars(select(AccountRow.password_hash)).one() == older
        assert door.accounts.verified("kim", PASSWORD) is not None
        with door.database.transaction() as session:
            renewed = session.scalars(select(AccountRow.password_hash)).one()
        assert renewed != older
        assert door.passwords.fits(PASSWORD, renewed)


class TestChanges:
    def test_the_last_admin_cannot_be_lost(self, door: Door) -> None:
        boss = door.account("boss", Role.ADMIN)
        with pytest.raises(AccountError, match="관리자가 한 명은 있어야 해요"):
            door.accounts.set_role(boss.id, Role.PUBLISHER, COMMAND_LINE)
        with pytest.raises(AccountError, match="관리자가 한 명은 있어야 해요"):
            door.accounts.set_disabled(boss.id, COMMAND_LINE, disabled=True)
        assert door.accounts.of_id(boss.id) == boss
        assert door.actions() == [Action.ACCOUNT_ADDED]
        door.account("deputy", Role.ADMIN)
        assert door.accounts.set_role(boss.id, Role.PUBLISHER, COMMAND_LINE).role is Role.PUBLISHER

    @pytest.mark.parametrize("change", ["password", "disabled"])
    def test_a_new_password_and_a_stop_end_every_session(self, door: Door, change: str) -> None:
        account = door.account()
        tokens = [door.sessions.open(account.id, "크롬"), door.sessions.open(account.id, "엣지")]
        if change == "password":
            door.accounts.set_password(account.id, "blue heron 9 tides", COMMAND_LINE, must_change=True)
        else:
            door.accounts.set_disabled(account.id, COMMAND_LINE, disabled=True)
        assert [door.sessions.account(token) for token in tokens] == [None, None]

    def test_every_change_is_in_the_log_with_what_held_before(self, door: Door) -> None:
        door.account("boss", Role.ADMIN)
        account = door.account()
        door.accounts.set_role(account.id, Role.EDITOR, COMMAND_LINE)
        door.accounts.set_role(account.id, Role.EDITOR, COMMAND_LINE)
        door.accounts.set_disabled(account.id, COMMAND_LINE, disabled=True)
        door.accounts.set_disabled(account.id, COMMAND_LINE, disabled=True)
        role, disabled = door.audit.lines(AuditFilter(target="account:kim"), 10)[1::-1]
        assert (role.deed.before, role.deed.after) == ({"role": "staff"}, {"role": "editor"})
        assert disabled.deed.action is Action.ACCOUNT_DISABLED
        assert len(door.actions()) == 4

    def test_a_display_name_is_masked_cut_and_not_in_the_log(self, door: Door) -> None:
        account = door.account()
        named = door.accounts.set_display_name(
            account.id, " 010-1234-5678\n상담 3번 자리 " + "길" * 40, COMMAND_LINE
        )
        assert named.display_name.startswith(f"{MASK} 상담 3번 자리 길")
        assert len(named.display_name) == 30
        assert named.shown_name == named.display_name
        assert door.accounts.set_display_name(account.id, " ", COMMAND_LINE).shown_name == "kim"
        lines = door.audit.lines(AuditFilter(action="account.name"), 10)
        assert len(lines) == 2
        assert "상담" not in str(lines)

    def test_what_does_not_exist_cannot_be_changed(self, door: Door) -> None:
        with pytest.raises(AccountError, match="없는 계정이에요"):
            door.accounts.set_role(77, Role.STAFF, COMMAND_LINE)


class TestIdentity:
    def identity(self, subject: str = "s-1", login: str = "kim", role: Role = Role.STAFF) -> Identity:
        return Identity(ISSUER, subject, login, role)

    def test_a_new_person_gets_an_account_without_a_password_and_the_same_one_the_next_time(
        self, door: Door
    ) -> None:
        first = door.accounts.of_identity(self.identity(), COMMAND_LINE)
        assert first is not None
        assert (first.login, first.has_password) == ("kim", False)
        assert door.accounts.of_identity(self.identity(login="renamed"), COMMAND_LINE) == first
        assert door.accounts.verified("kim", "") is None

    def test_a_login_of_the_provider_never_takes_over_an_account_here(self, door: Door) -> None:
        own = door.account("boss", Role.ADMIN)
        other = door.accounts.of_identity(self.identity(login="boss"), COMMAND_LINE)
        assert other is not None
        assert (other.login, other.role) == ("boss-2", Role.STAFF)
        assert other.id != own.id

    @pytest.mark.parametrize(
        ("wanted", "login"),
        [("Kim.Lee@hanbit.kr", "kim.lee"), ("김상담", "openid"), ("", "openid"), ("a" * 80, "a" * 35)],
    )
    def test_a_login_is_made_of_what_the_provider_says(self, door: Door, wanted: str, login: str) -> None:
        account = door.accounts.of_identity(self.identity(login=wanted), COMMAND_LINE)
        assert account is not None
        assert account.login == login

    def test_the_role_is_what_the_provider_says_today(self, door: Door) -> None:
        door.accounts.of_identity(self.identity(), COMMAND_LINE)
        raised = door.accounts.of_identity(self.identity(role=Role.PUBLISHER), COMMAND_LINE)
        assert raised is not None
        assert raised.role is Role.PUBLISHER
        assert door.actions() == [Action.ACCOUNT_ADDED, Action.ACCOUNT_ROLE]

    def test_a_disabled_person_stays_out(self, door: Door) -> None:
        account = door.accounts.of_identity(self.identity(), COMMAND_LINE)
        assert account is not None
        door.accounts.set_disabled(account.id, COMMAND_LINE, disabled=True)
        assert door.accounts.of_identity(self.identity(role=Role.ADMIN), COMMAND_LINE) is None
        stopped = door.accounts.of_id(account.id)
        assert stopped is not None
        assert stopped.role is Role.STAFF
