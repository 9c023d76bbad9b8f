#include "base/interrupt.hpp"

#include <csignal>
#include <initializer_list>

#include <signal.h>

namespace baraza {
namespace {

// A signal can speak to nothing but a global.
volatile std::sig_atomic_t was_interrupted = 0;

void remember(int /*signal*/) { was_interrupted = 1; }

}  // namespace

void catch_interrupts() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction old = {};
    ::sigaction(signal, nullptr, &old);
    if (old.sa_handler == SIG_IGN) continue;  // as `nohup` and `&` ask for
    struct sigaction action = {};
    action.sa_handler = &remember;
    // Restarted, or a message that is just being written would be cut off.
    action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
    ::sigaction(signal, &action, nullptr);
  }
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
}

bool interrupted() { return was_interrupted != 0; }

}  // namespace baraza
