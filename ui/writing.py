"""How a change comes to the disk and what is said of it: taken at once, or waiting in its order and tried again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import OnlyToRead, Unfit, Unsure, UserError
from storage.workspace import Workspace
from ui.reading import Reading
from ui.saving import SaveState, Saving

if TYPE_CHECKING:
    from app.change import Change
    from app.unread import Read
    from app.waiting import Waiter

AGAIN = 3000
"""Milliseconds until a refused change is tried again."""


class Writing(Reading):
    """The workspace as it is read, and the way in for changes of campaigns."""

    due = Signal()
    """Whatever is being typed is to be written now."""
    save_state = Signal(object)
    noticed = Signal(str)
    """A quiet word on how safe the work is."""

    def __init__(
        self, workspace: Workspace, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(workspace, clock, parent)
        self._trying = False
        self._blocked = False
        self._said_unsynced = False
        self._elsewhere: frozenset[Waiter] = frozenset()
        self._retry = QTimer(self, singleShot=True, interval=AGAIN)
        self._retry.timeout.connect(self.try_again)
        self.state = SaveState(Saving.READING if workspace.readonly else Saving.SAVED)

    @property
    def unsaved(self) -> bool:
        """Whether changes wait for a disk that refused them, or that did not say whether it took one."""
        return bool(self._waiting) or self.in_doubt

    def apply(self, campaign_id: str, change: Change | Read) -> bool:
        """Make a change; False when the disk refuses: then it waits and is tried again, and what comes after it waits too.

        Where the workspace is open for reading only it is refused for good. A setting is a `Put` at `(SETTINGS, key)` in
        the WORKSPACE; None takes it away.
        """
        if self._waiting and not self._session.is_only_read(campaign_id):
            return self._queued(campaign_id, change)
        try:
            self._session.apply(change, campaign_id)
        except UserError as error:
            self._refused(campaign_id, change, error)
            return False
        except KeyError:
            self._nothing_typed()
            raise
        self._say(SaveState(Saving.SAVED, self.now()))
        self._mind_folder()
        return True

    def typing(self) -> None:
        """Something was typed and is not on the disk yet."""
        if self.state.state is Saving.SAVED:
            self._say(SaveState(Saving.PENDING, self.state.at))

    def flush(self) -> bool:
        """Write what is being typed, and try now what the disk refused; True when nothing waits any more."""
        self.due.emit()
        self.try_again()
        return not self.unsaved

    def try_again(self) -> None:
        """What waits, in its order: behind a change that the disk refuses nothing is tried."""
        if self._trying or not (self._waiting or self.in_doubt):
            return
        self._retry.stop()
        self._trying, self._blocked = True, False
        error = self.state.error
        try:
            self._decide()
            for waiter in self._waiting:
                refused = self._try(waiter)
                error = refused or error
                if refused and not isinstance(refused, Unfit):
                    self._blocked = True
                    break
        finally:
            self._trying = False
            self._say_what_waits(error)

    @property
    def in_doubt(self) -> bool:
        """Whether the disk has not said yet if it took the last step."""
        return self._made is not None and self._made.in_doubt

    def in_order(self) -> None:
        """UserError while something waits for the disk: what is to be done now would overtake it."""
        with self._ordered():
            pass

    def kept_elsewhere(self, waiting: Sequence[Waiter]) -> None:
        """These are in a copy."""
        self._elsewhere = frozenset(waiting)

    @property
    def lost_by_closing(self) -> bool:
        """Whether something waits that is in no copy."""
        return self.in_doubt or not self._elsewhere.issuperset(self._waiting)

    # --- inside ---
    @contextmanager
    def _ordered(self) -> Iterator[None]:
        """Nothing overtakes what waits; what the disk did not say is asked again by itself."""
        if not self.flush():
            assert self.state.error is not None
            raise self.state.error
        try:
            yield
        except Unsure as error:
            self._blocked = True
            self._say_what_waits(error)
            raise
        self._mind_folder()

    def _mind_folder(self) -> None:
        """Said once: what is saved here may be gone after a power cut, though not before."""
        if self._workspace.unsynced and not self._said_unsynced:
            self._said_unsynced = True
            self.noticed.emit(
                self.tr("Saved. This folder cannot promise that the last edit outlives a power cut.")
            )

    def _queued(self, campaign_id: str, change: Change | Read) -> bool:
        """Behind the others; tried now only if those are no fault of the disk's."""
        waiter = self._wait(campaign_id, change)
        if not self._blocked:
            self.try_again()
        return waiter not in tuple(self._waiting)

    def _wait(self, campaign_id: str, change: Change | Read) -> Waiter:
        """It waits; what it says of a client is said in all its campaigns."""
        known = next((each for each in self.in_memory if each.id == campaign_id), None)
        client_id = self._waiting.laid_over(known).client.id if known is not None else ""
        return self._waiting.join(campaign_id, change, client_id)

    def _refused(self, campaign_id: str, change: Change | Read, error: UserError) -> None:
        if not self.readonly and not isinstance(error, OnlyToRead):
            self._wait(campaign_id, change)
            self._blocked = not isinstance(error, Unfit)
            self._say_what_waits(error)
        elif self.state.state is not Saving.REFUSED:
            self._say(SaveState(Saving.REFUSED, self.state.at, error))

    def _decide(self) -> None:
        """Ask what the disk did not say, and again later while it does not."""
        try:
            self._session.decide()
        except UserError:
            self._blocked = True

    def _try(self, waiter: Waiter) -> UserError | None:
        """Why the disk refused. What has nowhere to go leaves; so does what fails by our own mistake."""
        leaves = True
        try:
            self._session.apply(waiter.change, waiter.campaign_id)
        except OnlyToRead:  # its campaign broke meanwhile: it would hold up all others
            return None
        except UserError as error:
            leaves = False
            return error
        except KeyError:  # its row is gone
            return None
        finally:
            if leaves:
                self._waiting.leave(waiter)
        return None

    def _say_what_waits(self, error: UserError | None) -> None:
        if not self._waiting and not self.in_doubt:
            self._say(SaveState(Saving.SAVED, self.now()))
            return
        self._say(SaveState(Saving.REFUSED, self.state.at, error))
        if self._blocked:
            self._retry.start()

    def _nothing_typed(self) -> None:
        """What was being typed has nowhere to go."""
        if self.state.state is Saving.PENDING:
            self._say(SaveState(Saving.SAVED, self.state.at))

    def _say(self, state: SaveState) -> None:
        self.state = state
        self.save_state.emit(state)
