"""An approved answer in forms that are ready to be said or sent: nothing in them but what its entry says."""
