// Somebody changed this.
